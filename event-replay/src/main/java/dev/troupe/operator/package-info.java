/** What all commands for operators share: which system, which services, who asks, how an answer is shown and how a command ends. */
@NullMarked
package dev.troupe.operator;

import org.jspecify.annotations.NullMarked;
