# One build for all images, and one image per part: docker build --target order-service .
# Nothing runs as root, nothing writes outside /tmp and what is mounted for it.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -pl '!story-tests' package \
    && deploy/docker/collect /dist payment-provider-simulator order-service payment-service inventory-service \
       notification-service trace-viewer demo

FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --system --gid 10001 troupe \
    && useradd --system --uid 10001 --gid troupe --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin troupe \
    && install -d -o troupe -g troupe -m 0700 /data /secrets/services /secrets/issuer /secrets/database \
       /secrets/order_service /secrets/payment_service /secrets/inventory_service /secrets/notification_service /secrets/trace_viewer
COPY deploy/docker/healthy /usr/local/bin/healthy
USER 10001:10001
WORKDIR /tmp
ENTRYPOINT ["java", "@/app/arguments"]

FROM runtime AS order-service
COPY --from=build /dist/order-service /app
CMD ["dev.troupe.order.OrderService"]

FROM runtime AS payment-service
COPY --from=build /dist/payment-service /app
CMD ["dev.troupe.payment.PaymentService"]

FROM runtime AS inventory-service
COPY --from=build /dist/inventory-service /app
CMD ["dev.troupe.inventory.InventoryService"]

FROM runtime AS notification-service
COPY --from=build /dist/notification-service /app
CMD ["dev.troupe.notification.NotificationService"]

FROM runtime AS trace-viewer
COPY --from=build /dist/trace-viewer /app
CMD ["dev.troupe.viewer.TraceViewer"]

FROM runtime AS payment-provider-simulator
COPY --from=build /dist/payment-provider-simulator /app
CMD ["dev.troupe.provider.PaymentProviderSimulator"]

# The mail server with its mailbox to look at.
FROM runtime AS mailbox
COPY --from=build /dist/demo /app
CMD ["dev.troupe.demo.mail.MailboxProgram"]

# The command line: makes secrets, prepares the database, plays orders, issues tokens.
FROM runtime AS troupe
COPY --from=build /dist/demo /app
ENTRYPOINT ["java", "@/app/arguments", "dev.troupe.demo.launch.TroupeCommand"]
