package dev.troupe.viewer.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.database.Sql;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.status.StatusReporter.ServiceStatus;
import dev.troupe.viewer.status.ServiceState.InstanceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** How all services that declared themselves are. */
public record Services(List<ServiceState> all) {

    private static final String INSTANCES = "SELECT service, instance, status, seen_at,"
            + " seen_at > now() - interval '6 seconds' AS alive FROM choreography.instance";

    /** Looks at what they last said. */
    public static Services look(DataSource source) throws SQLException {
        Map<String, List<InstanceState>> instances = new HashMap<>();
        Sql.query(source, INSTANCES, row -> instances
                .computeIfAbsent(row.getString("service"), service -> new ArrayList<>())
                .add(instance(row)));
        return new Services(Declarations.read(source).byProcess().entrySet().stream()
                .map(entry -> new ServiceState(
                        entry.getKey(), entry.getValue(), instances.getOrDefault(entry.getKey(), List.of())))
                .toList());
    }

    /** The service that calls itself so in its declaration, such as {@code order}, which also names its schema. */
    public Optional<ServiceState> declaredAs(String service) {
        return all.stream()
                .filter(state -> state.declaration().service().equals(service))
                .findFirst();
    }

    private static InstanceState instance(ResultSet row) throws SQLException {
        try {
            ServiceStatus status = FactMapper.get().readValue(row.getString("status"), ServiceStatus.class);
            return new InstanceState(
                    row.getString("instance"),
                    row.getBoolean("alive"),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                    status.head(),
                    status.segments(),
                    status.refusedRequests() == null ? Map.of() : status.refusedRequests());
        } catch (JsonProcessingException e) {
            throw new SQLException("The status of a service cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
