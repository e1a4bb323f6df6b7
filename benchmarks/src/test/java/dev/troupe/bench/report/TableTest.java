package dev.troupe.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.00305, 0.0031",
        "0.044, 0.044",
        "0.436, 0.44",
        "1.526, 1.53",
        "99.994, 99.99",
        "2837.6, '2,838'"
    })
    void aValueHasAsManyDigitsAsMeanSomething(double value, String written) {
        assertThat(Table.number(value)).isEqualTo(written);
    }
}
