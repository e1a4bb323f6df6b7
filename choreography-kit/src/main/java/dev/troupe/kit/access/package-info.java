/** Who may call what, the same in every service: roles, rules, tokens, and a record of what operators did. */
@NullMarked
package dev.troupe.kit.access;

import org.jspecify.annotations.NullMarked;
