# Stands in for apache/kafka: the same user, folders and KAFKA_* variables, read by Kafka's own wrapper class.
ARG JRE
FROM ${JRE}
LABEL org.hifazat.from-scratch=true
RUN groupadd --gid=1000 appuser && useradd --uid=1000 -g appuser --create-home --shell=/bin/bash appuser \
 && install -d -o appuser -g appuser /opt/kafka/config /opt/kafka/logs /mnt/shared/config \
 && install -d -o appuser -g root /var/lib/kafka/data /etc/kafka/secrets /etc/kafka/docker
COPY kafka /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
COPY kafka.properties /etc/kafka/docker/server.properties
RUN printf 'Configuration: {Loggers: {Root: {level: info}, Logger: []}}\n' | tee /etc/kafka/docker/log4j2.yaml >/etc/kafka/docker/tools-log4j2.yaml
USER appuser
VOLUME ["/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config"]
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
