package dev.troupe.demo.container;

import picocli.CommandLine.Command;

/** Groups the steps of docker-compose.yml that come before the services. */
@Command(
        name = "container",
        hidden = true,
        description = "Steps that docker-compose.yml takes before it starts services.",
        subcommands = {SecretsCommand.class, DatabaseCommand.class, AwaitCommand.class})
public final class ContainerCommand {}
