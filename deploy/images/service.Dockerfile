# One of our own services or the gateway: Quarkus' fast-jar on a Java runtime. deploy/images/build gives the context.
ARG JRE=eclipse-temurin:25-jre
FROM ${JRE}
RUN groupadd --gid 10001 hifazat && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin hifazat
# what changes least comes first, so that a new release moves few megabytes
COPY app/lib /opt/hifazat/app/lib
COPY app/quarkus /opt/hifazat/app/quarkus
COPY app/quarkus-run.jar /opt/hifazat/app/
COPY app/app /opt/hifazat/app/app
COPY bin /opt/hifazat/bin
ENV PATH=/opt/hifazat/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER 10001:10001
EXPOSE 8080 9000
ENTRYPOINT ["with-secrets", "java-options", "-jar", "/opt/hifazat/app/quarkus-run.jar"]
