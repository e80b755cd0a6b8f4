# Stands in for quay.io/keycloak/keycloak: the same distribution, user, folder and entry point.
ARG JRE
FROM ${JRE}
LABEL org.hifazat.from-scratch=true
COPY --chown=1000:0 keycloak /opt/keycloak
RUN echo 'keycloak:x:1000:0:keycloak user:/opt/keycloak:/sbin/nologin' >>/etc/passwd \
 && install -d -o 1000 -g 0 /opt/keycloak/data && chmod +x /opt/keycloak/bin/*.sh
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
