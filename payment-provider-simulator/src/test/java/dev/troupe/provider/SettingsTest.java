package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void withoutAnyVariableItListensOnLoopbackPort8090() {
        assertThat(Settings.from(Map.of())).isEqualTo(Settings.DEFAULTS);
        assertThat(Settings.from(Map.of("PROVIDER_PORT", "", "PROVIDER_HOST", " ", "PROVIDER_LEDGER", "")))
                .isEqualTo(Settings.DEFAULTS);
        assertThat(Settings.DEFAULTS.host()).isEqualTo("127.0.0.1");
        assertThat(Settings.DEFAULTS.port()).isEqualTo(8090);
    }

    @Test
    void everythingCanBeSet() {
        Settings settings = Settings.from(Map.of(
                "PROVIDER_HOST", "0.0.0.0",
                "PROVIDER_PORT", "9000",
                "PROVIDER_LEDGER", "some/ledger.ndjson",
                "PROVIDER_FAULTS", "{\"declinePercent\": 10}"));

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.ledger()).isEqualTo(Path.of("some/ledger.ndjson"));
        assertThat(settings.faults().declinePercent().value()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PROVIDER_PORT   | 65536                   | PROVIDER_PORT must be a number from 0 to 65535, not '65536'
                    PROVIDER_PORT   | http                    | PROVIDER_PORT must be a number from 0 to 65535, not 'http'
                    PROVIDER_PORT   | -1                      | PROVIDER_PORT must be a number from 0 to 65535, not '-1'
                    PROVIDER_FAULTS | {"declinePercent": 500} | PROVIDER_FAULTS is not understood: field 'declinePercent'
                    PROVIDER_FAULTS | {                       | PROVIDER_FAULTS is not understood: this is not JSON
                    """)
    void aSettingThatIsNotUnderstoodIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
