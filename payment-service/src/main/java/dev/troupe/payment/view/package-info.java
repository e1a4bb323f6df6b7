/** What readers see of payments; rebuilt from facts at any time. */
@NullMarked
package dev.troupe.payment.view;

import org.jspecify.annotations.NullMarked;
