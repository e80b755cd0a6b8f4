# The launcher's program as a container: makes secrets, databases and roles before the platform starts.
ARG JRE=eclipse-temurin:25-jre
FROM ${JRE}
RUN groupadd --gid 10001 hifazat && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin hifazat \
 # a fresh named volume takes the owner of the folder it is mounted on
 && for folder in postgres keycloak identity cases assessments referrals monitoring gateway partner; do \
      install -d -o 10001 -g 10001 -m 750 /secrets/$folder; done \
 && chown 10001:10001 /secrets && chmod 750 /secrets
COPY launcher /opt/hifazat/launcher
COPY bin /opt/hifazat/bin
ENV PATH=/opt/hifazat/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER 10001:10001
ENTRYPOINT ["with-secrets", "java-options", "-Dhifazat.root=/opt/hifazat", "-jar", "/opt/hifazat/launcher/hifazat-local.jar"]
CMD ["help"]
