# The bot as a container: slim Node 24, not root, a read-only root file system, one volume for what it has seen.
# compose.yaml runs it as it is meant to be run.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund --ignore-scripts
COPY image/package.json image/package-lock.json image/
RUN cd image && npm ci --no-audit --no-fund --ignore-scripts
COPY image/keep.mjs image/
COPY src ./src
COPY config ./config
# Of the packages, what is reached from the program: a quarter of them. It fails where something would be missing.
RUN node --disable-warning=ExperimentalWarning image/keep.mjs . /kept

FROM node:24-bookworm-slim
ENV NODE_ENV=production COMING_WEEKS_DATA=/data
# What a thread that read took is given back to the system, rather than kept for the next thread.
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=16384
WORKDIR /app
COPY --from=packages /kept ./
COPY LICENSE ./
# The record of promises is there as well where a folder of yours is mounted over config.
COPY config/track-record ./track-record
RUN mkdir -m 700 /data compiled && chown node:node /data compiled
USER node
# What Node compiles is kept in the image, which is read-only: commands beside the bot start in half the time.
ENV NODE_COMPILE_CACHE=/app/compiled
RUN node src/main.ts status --data /tmp/none > /dev/null && node src/main.ts log review --data /tmp/none > /dev/null
VOLUME /data
EXPOSE 8080
# Asks the running bot itself: a process that hangs, or whose schedule no longer ticks, turns unhealthy.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz', { signal: AbortSignal.timeout(4000) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# A small heap with small semi-spaces; what is left of the container's memory goes to the thread that reads (check/shares.ts).
CMD ["node", "--max-old-space-size=80", "--max-semi-space-size=2", "src/main.ts", "start", "--listen", "0.0.0.0:8080"]
