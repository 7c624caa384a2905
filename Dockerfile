# docker build -t photoplay .
# docker run -p 8080:8080 -v photoplay:/data -e WEB_ACCESS_TOKEN=... -e TELEGRAM_BOT_TOKEN=... photoplay
#
# Inside a container the web chat must listen on all addresses, so it wants a WEB_ACCESS_TOKEN of at
# least 12 characters: people enter it once in their browser. Without one the container stops and says so.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY src src
RUN mvn -q -B -Dquick -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      curl ffmpeg fonts-noto-core fonts-noto-cjk \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --home-dir /app --shell /usr/sbin/nologin photoplay \
 && install -d -o photoplay -g photoplay -m 0750 /data
WORKDIR /app
COPY LICENSE config.yaml photoplay ./
COPY --from=build /src/target/photoplay.jar target/
COPY --from=build /src/target/lib target/lib
# The first start records which classes the later ones need.
RUN ./photoplay --version
USER photoplay
ENV PHOTOPLAY_DATA=/data PHOTOPLAY_WEB_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD curl -fsS -o /dev/null http://127.0.0.1:8080/healthz || exit 1
ENTRYPOINT ["/app/photoplay"]
