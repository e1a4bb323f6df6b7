package dev.troupe.viewer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Debian's Chromium, started once for all tests of a process; where there is none, tests that ask for it are skipped and say so. */
final class Chromium {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_MILLIS = 30_000;
    private static final List<String> QUIETLY = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser browser;

    private Chromium() {}

    /** Opens an empty tab with a memory of its own. */
    static synchronized Page tab(ColorScheme scheme, int width, int height) {
        assumeTrue(Files.isExecutable(EXECUTABLE), "no page was looked at: " + EXECUTABLE + " is missing");
        Browser running = browser == null ? launch() : browser;
        browser = running;
        Page tab = running.newContext(
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, height))
                .newPage();
        tab.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return tab;
    }

    private static Browser launch() {
        Playwright playwright = Playwright.create(new CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setChromiumSandbox(false)
                        .setArgs(QUIETLY));
    }
}
