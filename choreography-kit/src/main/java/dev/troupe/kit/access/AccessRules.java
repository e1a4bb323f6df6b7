package dev.troupe.kit.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which role a request needs, told from its method and path alone, so that an endpoint is protected before anybody thinks of protecting it.
 * Changes under {@code /operator}, and whatever lies under a part named {@code personal-data}, always need their role.
 */
public final class AccessRules {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OPERATOR = "operator";
    private static final String PERSONAL_DATA = "personal-data";

    /** Pages and descriptions of APIs: they hold no data, and browsers fetch them without a token. */
    private static final Set<String> DESCRIPTIONS = Set.of("v3", "swagger-ui", "swagger-ui.html", "swagger");

    private final AccessMode mode;
    private final Set<String> openPages;

    /**
     * Makes the rules of a service.
     *
     * @param openPages the first parts of paths under which there are pages without data; {@code ""} is the start page
     */
    public AccessRules(AccessMode mode, Set<String> openPages) {
        this.mode = mode;
        this.openPages = Set.copyOf(openPages);
    }

    /**
     * The role a request needs; none if anybody may send it.
     *
     * @param path the path, decoded or not
     */
    public Optional<Role> roleFor(String method, String path) {
        List<String> parts = partsOf(path);
        if (parts.contains(PERSONAL_DATA)) {
            return Optional.of(Role.PERSONAL_DATA);
        }
        boolean safe = SAFE.contains(method);
        if (!safe && isOperator(parts)) {
            return Optional.of(Role.OPERATE);
        }
        if (mode == AccessMode.DEVELOPMENT || safe && isPage(parts)) {
            return Optional.empty();
        }
        return Optional.of(safe ? Role.READ : Role.TRADE);
    }

    /** Whether it must be recorded who sent a request: it operates, or touches personal data. */
    public boolean isRecorded(String method, String path) {
        return roleFor(method, path)
                .filter(role -> role == Role.OPERATE || role == Role.PERSONAL_DATA)
                .isPresent();
    }

    private boolean isPage(List<String> parts) {
        String first = parts.isEmpty() ? "" : parts.getFirst();
        return DESCRIPTIONS.contains(first) || openPages.contains(first);
    }

    private static boolean isOperator(List<String> parts) {
        return !parts.isEmpty() && parts.getFirst().equals(OPERATOR);
    }

    /** However a path is written, it has the parts that the strictest reader would see. */
    private static List<String> partsOf(String path) {
        return Arrays.stream(decoded(path).split("/", -1))
                .map(part -> part.split(";", -1)[0].toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // no path of ours; the router refuses it
        }
    }
}
