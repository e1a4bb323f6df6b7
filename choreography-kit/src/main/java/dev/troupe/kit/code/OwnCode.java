package dev.troupe.kit.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.net.URL;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes that were loaded from the same jar or folder as one of them: a service's own code. */
final class OwnCode {

    private final ClassLoader loader;
    private final @Nullable URL home;
    private final Map<Class<?>, ClassModel> models = new HashMap<>();

    OwnCode(Class<?> member) {
        this.loader = Objects.requireNonNull(member.getClassLoader(), "a class of the JDK is nobody's own");
        this.home = homeOf(member);
    }

    boolean contains(Class<?> type) {
        return home != null && home.equals(homeOf(type));
    }

    /** The method of this name and descriptor, in the class or in the nearest superclass that has it. */
    Optional<MethodModel> method(Class<?> owner, String name, String descriptor) {
        for (Class<?> type = owner; type != null && contains(type); type = type.getSuperclass()) {
            Optional<MethodModel> found = model(type).methods().stream()
                    .filter(method -> method.methodName().equalsString(name)
                            && method.methodType().equalsString(descriptor))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    ClassModel model(Class<?> type) {
        return models.computeIfAbsent(type, OwnCode::parse);
    }

    /** The class a symbol names, unless it is an array, a primitive, or not there. */
    Optional<Class<?>> load(ClassDesc symbol) {
        if (!symbol.isClassOrInterface()) {
            return Optional.empty();
        }
        String descriptor = symbol.descriptorString();
        try {
            return Optional.of(Class.forName(
                    descriptor.substring(1, descriptor.length() - 1).replace('/', '.'), false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static @Nullable URL homeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }

    private static ClassModel parse(Class<?> type) {
        String file = type.getName().replaceFirst(".*\\.", "") + ".class";
        try (InputStream bytes = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + type.getName() + " cannot be read", e);
        }
    }
}
