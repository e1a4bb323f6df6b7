package dev.troupe.kit.access;

import dev.troupe.kit.problem.Refusal;

/** The refusals of requests that lack a token or a role, worded the same in every service. */
public final class Denied {

    private Denied() {}

    /** The caller is unknown: there is no token, or one that is expired, forged or not for us. */
    public static Refusal unknown() {
        return new Refusal(
                "authentication-required",
                401,
                "This request needs a valid token: Authorization: Bearer TOKEN. On a data directory of your own,"
                        + " ./troupe token prints one.");
    }

    /** The caller is known and may not do this. */
    public static Refusal lacking(Role role) {
        return new Refusal("role-missing", 403, "This request needs the role %s.".formatted(role.label()));
    }
}
