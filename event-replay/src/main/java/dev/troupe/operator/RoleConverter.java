package dev.troupe.operator;

import dev.troupe.kit.access.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role by the name it has in tokens. */
final class RoleConverter implements ITypeConverter<Role> {

    @Override
    public Role convert(String label) {
        return Role.labelled(label)
                .orElseThrow(() -> new TypeConversionException(
                        "'%s' is none of read, trade, operate, personal-data".formatted(label)));
    }
}
