/** What a run plays: a file of real orders or made-up ones, with the stock and the faults that go with it. */
@NullMarked
package dev.troupe.demo.input;

import org.jspecify.annotations.NullMarked;
