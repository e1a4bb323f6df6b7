package dev.troupe.chaos.bug;

import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;

/** Hands every mail over twice. */
public final class MailSentTwice {

    private MailSentTwice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object self, @Advice.Origin Method method, @Advice.Argument(0) Object mail) {
        Again.call(self, method, mail);
    }
}
