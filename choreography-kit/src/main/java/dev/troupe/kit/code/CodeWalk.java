package dev.troupe.kit.code;

import dev.troupe.kit.code.Footprint.Call;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows code from a method on through all it may call, lambdas included, as long as the code lies in the same jar or folder. It says
 * what may happen, not what does: every branch counts.
 */
public final class CodeWalk {

    private final OwnCode code;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final Set<Step> seen = new HashSet<>();
    private final Set<Class<?>> created = new LinkedHashSet<>();
    private final Set<Class<?>> mentioned = new LinkedHashSet<>();
    private final Set<Call> calls = new LinkedHashSet<>();

    private CodeWalk(Class<?> start) {
        this.code = new OwnCode(start);
    }

    /** What may happen from one method on. */
    public static Footprint from(Method method) {
        return from(
                method.getDeclaringClass(),
                model -> model.methodName().equalsString(method.getName())
                        && model.methodType().equalsString(descriptor(method)));
    }

    /** What may happen from the methods of one name on. */
    public static Footprint from(Class<?> type, String methodName) {
        return from(type, model -> model.methodName().equalsString(methodName));
    }

    /** What may happen in any method of a class. */
    public static Footprint from(Class<?> type) {
        return from(type, model -> true);
    }

    private static Footprint from(Class<?> type, Predicate<MethodModel> which) {
        CodeWalk walk = new CodeWalk(type);
        walk.code.model(type).methods().stream().filter(which).forEach(walk::look);
        walk.goOn();
        return new Footprint(walk.created, walk.mentioned, walk.calls);
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    private void goOn() {
        while (!ahead.isEmpty()) {
            Step step = ahead.remove();
            code.method(step.owner(), step.name(), step.descriptor()).ifPresent(this::look);
        }
    }

    private void look(MethodModel method) {
        method.code().ifPresent(body -> body.forEach(this::look));
    }

    private void look(CodeElement element) {
        switch (element) {
            case NewObjectInstruction made ->
                code.load(made.className().asSymbol()).ifPresent(created::add);
            case LoadConstantInstruction constant
            when constant.constantValue() instanceof ClassDesc type ->
                code.load(type).ifPresent(mentioned::add);
            case InvokeInstruction call ->
                call(
                        call.owner().asSymbol(),
                        call.name().stringValue(),
                        call.type().stringValue());
            case InvokeDynamicInstruction lambda ->
                lambda.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .forEach(this::call);
            default -> {
                // neither makes nor calls anything
            }
        }
    }

    private void call(DirectMethodHandleDesc handle) {
        if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            code.load(handle.owner()).ifPresent(created::add);
        }
        call(handle.owner(), handle.methodName(), handle.lookupDescriptor());
    }

    private void call(ClassDesc owner, String name, String descriptor) {
        code.load(owner).ifPresent(type -> {
            calls.add(new Call(type, name));
            Step step = new Step(type, name, descriptor);
            if (code.contains(type) && seen.add(step)) {
                ahead.add(step);
            }
        });
    }

    private record Step(Class<?> owner, String name, String descriptor) {}
}
