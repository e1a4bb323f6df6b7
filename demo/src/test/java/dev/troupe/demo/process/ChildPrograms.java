package dev.troupe.demo.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** Small programs to be started as child processes. */
public final class ChildPrograms {

    private ChildPrograms() {}

    /** Is ready at once and ends when asked. */
    public static final class Willing {

        private Willing() {}

        public static void main(String[] arguments) throws IOException {
            int port = Integer.parseInt(System.getenv("SERVER_PORT"));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/health/readiness", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }

    /** Is ready at once, but does not end when asked. */
    public static final class Stubborn {

        private Stubborn() {}

        public static void main(String[] arguments) throws IOException {
            Runtime.getRuntime().addShutdownHook(new Thread(ChildPrograms::waitForEver));
            Willing.main(arguments);
        }
    }

    /** Says what is wrong and ends. */
    public static final class Dying {

        private Dying() {}

        public static void main(String[] arguments) {
            System.out.println("the ledger is upside down");
            System.exit(3);
        }
    }

    /** Runs, but never answers. */
    public static final class Silent {

        private Silent() {}

        public static void main(String[] arguments) {
            waitForEver();
        }
    }

    /** A launcher: starts the program named first and stays until it is killed. */
    public static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws Exception {
            Processes processes = TestProcesses.in(java.nio.file.Path.of(arguments[0]));
            processes.start(
                    TestProcesses.service("child", Class.forName(arguments[1]), Integer.parseInt(arguments[2])));
            processes.awaitReady(TestProcesses.PATIENCE, name -> {});
            System.out.println(processes.pid("child"));
            waitForEver();
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
