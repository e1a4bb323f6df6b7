package dev.troupe.demo.launch;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which port each part listens on in this run. */
public final class Ports {

    private static final int MANAGEMENT_DISTANCE = 1000;
    private static final int HIGHEST = 65535;

    private final Map<Port, Integer> chosen = new EnumMap<>(Port.class);

    /**
     * Chooses the ports.
     *
     * @param offset added to each standard port
     * @param own ports by label that take the place of the standard ones
     */
    public static Ports of(int offset, Map<String, Integer> own) {
        Ports ports = new Ports();
        for (Port port : Port.values()) {
            ports.chosen.put(port, port.standard() + offset);
        }
        own.forEach((label, number) -> ports.chosen.put(
                Port.labelled(label)
                        .orElseThrow(() -> new LaunchFailure(
                                ExitCode.USAGE,
                                "There is no port called '%s'; there are %s.".formatted(label, labels()))),
                number));
        ports.requireDistinct();
        return ports;
    }

    private static String labels() {
        return String.join(
                ", ", List.of(Port.values()).stream().map(Port::label).toList());
    }

    private void requireDistinct() {
        Map<Integer, String> owners = new TreeMap<>();
        uses(List.of(Port.values())).forEach((use, number) -> {
            String other = owners.put(number, use);
            if (other != null || number < 1 || number > HIGHEST) {
                throw new LaunchFailure(
                        ExitCode.USAGE,
                        other == null
                                ? "Port %d (%s) is not between 1 and %d.".formatted(number, use, HIGHEST)
                                : "Port %d is meant for both %s and %s.".formatted(number, other, use));
            }
        });
    }

    /** Where a part listens. */
    public int of(Port port) {
        return chosen.getOrDefault(port, port.standard());
    }

    /** The addresses of all parts on this machine, by label. */
    Map<String, URI> urls() {
        Map<String, URI> urls = new TreeMap<>();
        for (Port port : Port.values()) {
            urls.put(port.label(), URI.create(port.scheme() + "://127.0.0.1:" + of(port)));
        }
        return urls;
    }

    /** Where a part answers for its health. */
    int managementOf(Port port) {
        return port.isManaged() ? of(port) + MANAGEMENT_DISTANCE : of(port);
    }

    private Map<String, Integer> uses(Collection<Port> ports) {
        Map<String, Integer> uses = new TreeMap<>();
        for (Port port : ports) {
            uses.put(port.label(), of(port));
            if (port.isManaged()) {
                uses.put(port.label() + "'s management", managementOf(port));
            }
        }
        return uses;
    }

    /** Fails, naming each, if somebody else listens on any of these ports. */
    void requireFree(Collection<Port> needed) {
        List<String> busy = new ArrayList<>();
        List<String> movable = new ArrayList<>();
        uses(needed).forEach((use, number) -> {
            if (isBusy(number)) {
                busy.add("%d (%s)".formatted(number, use));
                movable.add("--port " + use.replace("'s management", "") + "=NUMBER");
            }
        });
        if (!busy.isEmpty()) {
            throw new LaunchFailure(
                    ExitCode.PORT_BUSY,
                    "Already in use: %s %s. Stop what listens there, move it with %s, or move all with --port-offset."
                            .formatted(
                                    busy.size() == 1 ? "port" : "ports",
                                    String.join(", ", busy),
                                    String.join(" ", movable)));
        }
    }

    private static boolean isBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
