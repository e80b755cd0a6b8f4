# Keycloak, built for PostgreSQL and /auth as ./hifazat up builds it, with our realm to import at its first start and our pages.
ARG KEYCLOAK=quay.io/keycloak/keycloak:26.7.3
FROM ${KEYCLOAK}
RUN /opt/keycloak/bin/kc.sh build --db=postgres --http-relative-path=/auth --health-enabled=true --metrics-enabled=true
COPY --chown=1000:0 hifazat-realm.json /opt/keycloak/data/import/realm.json
COPY --chown=1000:0 themes /opt/keycloak/themes
COPY bin /opt/hifazat/bin
ENTRYPOINT ["/opt/hifazat/bin/with-secrets", "/opt/keycloak/bin/kc.sh"]
CMD ["start", "--optimized", "--import-realm"]
