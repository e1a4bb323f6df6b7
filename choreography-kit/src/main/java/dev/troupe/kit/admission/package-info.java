/** Says in time that the service is busy, instead of letting everybody wait. */
@NullMarked
package dev.troupe.kit.admission;

import org.jspecify.annotations.NullMarked;
