# The bot for production: small, without tools, not as root. Settings come by the environment, see .env.example:
#   docker build -t community-partner-bot .
#   docker run --env-file .env -v bot-data:/data -p 127.0.0.1:8080:8080 community-partner-bot

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npx tsc -p tsconfig.build.json

FROM node:24-slim AS libraries
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Of all packages only better-sqlite3 runs a script: it fetches its compiled part. Its sources are not needed then.
RUN npm ci --omit=dev --ignore-scripts \
  && npm rebuild better-sqlite3 \
  && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/src

FROM node:24-slim
ENV NODE_ENV=production \
  HTTP_HOST=0.0.0.0 \
  METRICS_HOST=0.0.0.0 \
  DATABASE_URL=file:/data/bot.sqlite
WORKDIR /app
COPY package.json ./
COPY locales locales
COPY migrations migrations
COPY docs/verify.mjs docs/verify-browser.mjs docs/verify-page.mjs docs/
COPY --from=libraries /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node gets Docker's signal itself and ends in good order within its ten seconds.
CMD ["node", "dist/main.js"]
