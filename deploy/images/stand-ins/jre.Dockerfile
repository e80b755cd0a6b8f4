# Stands in for eclipse-temurin:25-jre: the same JAVA_HOME, made from this machine's own JDK.
ARG BASE
FROM ${BASE}
LABEL org.hifazat.from-scratch=true
ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8 PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY jre /opt/java/openjdk
RUN java -version
CMD ["bash"]
