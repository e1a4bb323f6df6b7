package dev.troupe.events.upcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationFailedTo2Test {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        the customer's personal data was erased                      | PERSONAL_DATA_ERASED
        given up after 20 attempts; the last time it hung up (421)   | GIVEN_UP
        the mail server refused the recipient's address (550 5.1.1)  | REFUSED
        """)
    void theCauseIsReadFromTheWordsOfTheFirstRevision(String reason, String cause) {
        ObjectNode payload = new JsonMapper().createObjectNode().put("reason", reason);
        new NotificationFailedTo2().upcast(payload);
        assertThat(payload)
                .isEqualTo(
                        new JsonMapper().createObjectNode().put("cause", cause).put("detail", reason));
    }
}
