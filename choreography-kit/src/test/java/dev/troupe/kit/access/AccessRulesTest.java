package dev.troupe.kit.access;

import static dev.troupe.kit.access.AccessMode.DEVELOPMENT;
import static dev.troupe.kit.access.AccessMode.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private final AccessRules strict = new AccessRules(STRICT, Set.of("", "flows"));
    private final AccessRules development = new AccessRules(DEVELOPMENT, Set.of());

    @ParameterizedTest
    @CsvSource({
        "GET,    /orders,                        read",
        "HEAD,   /orders/o-1,                    read",
        "POST,   /orders,                        trade",
        "POST,   /orders/o-1/cancellation,       trade",
        "GET,    /operator/dead-letters,         read",
        "POST,   /operator/replays,              operate",
        "DELETE, /operator/dead-letters/1,       operate",
        "GET,    /orders/o-1/personal-data,      personal-data",
        "DELETE, /operator/personal-data/c-1,    personal-data",
        "GET,    /nowhere,                       read",
        "POST,   /,                              trade",
        "POST,   /flows,                         trade"
    })
    void everythingNeedsARole(String method, String path, String role) {
        assertThat(strict.roleFor(method, path)).map(Role::label).contains(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/flows/o-1", "/v3/api-docs", "/swagger-ui/index.html", "/swagger/service.yml"})
    void pagesAndDescriptionsNeedNone(String path) {
        assertThat(strict.roleFor("GET", path)).isEmpty();
    }

    @Test
    void developmentOpensBusinessAndLookingAlone() {
        assertThat(development.roleFor("POST", "/orders")).isEmpty();
        assertThat(development.roleFor("GET", "/operator/dead-letters")).isEmpty();
        assertThat(development.roleFor("POST", "/operator/replays")).contains(Role.OPERATE);
        assertThat(development.roleFor("GET", "/orders/o-1/personal-data")).contains(Role.PERSONAL_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//operator/replays",
                "/./operator/replays",
                "/OPERATOR/replays",
                "/%6fperator/replays",
                "/operator%2freplays",
                "/operator;x=y/replays",
                "/operator"
            })
    void anotherWayToWriteAPathIsNoWayAround(String path) {
        assertThat(development.roleFor("POST", path)).contains(Role.OPERATE);
    }

    @Test
    void whatOperatesOrTouchesPersonalDataIsRecorded() {
        assertThat(development.isRecorded("POST", "/operator/replays")).isTrue();
        assertThat(strict.isRecorded("GET", "/orders/o-1/personal-data")).isTrue();
        assertThat(strict.isRecorded("POST", "/orders")).isFalse();
        assertThat(strict.isRecorded("GET", "/operator/replays")).isFalse();
    }

    @Test
    void aServiceIsStrictUnlessToldOtherwiseAndThenNeedsKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.from(name -> null))
                .withMessageContaining("troupe.security.jwk-set-file");
        assertThat(AccessSettings.from(Map.of("troupe.security.jwk-set-file", "keys.json")::get))
                .satisfies(settings -> assertThat(settings.mode()).isEqualTo(STRICT))
                .satisfies(settings -> assertThat(settings.warning()).isEmpty());
        assertThat(AccessSettings.from(Map.of("troupe.security.mode", "development")::get)
                        .warning())
                .contains("DEVELOPMENT MODE");
    }
}
