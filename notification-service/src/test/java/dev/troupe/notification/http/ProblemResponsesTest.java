package dev.troupe.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemResponsesTest {

    @ParameterizedTest
    @MethodSource
    void anOutageOfTheDatabaseOrTheEventStoreIsSaidToPass(Throwable outage) {
        MutableHttpResponse<Problem> answer = answerTo(new IllegalStateException("cannot load", outage));

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.body().type()).isEqualTo("urn:troupe:problem:unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    static Stream<Throwable> anOutageOfTheDatabaseOrTheEventStoreIsSaidToPass() {
        return Stream.of(
                new SQLTransientConnectionException("no connection is free"),
                new StatusRuntimeException(Status.UNAVAILABLE));
    }

    @Test
    void aFaultOfOursSaysNothingOfItself() {
        MutableHttpResponse<Problem> answer = answerTo(new IllegalStateException("of Ada Lovelace"));

        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.body().type()).isEqualTo("urn:troupe:problem:internal-error");
        assertThat(answer.body().detail()).isNull();
    }

    private static MutableHttpResponse<Problem> answerTo(Throwable failure) {
        return new ProblemResponses()
                .processResponse(
                        ErrorContext.builder(HttpRequest.GET("/notifications/order-confirmed-o-1"))
                                .cause(failure)
                                .build(),
                        HttpResponse.serverError());
    }
}
