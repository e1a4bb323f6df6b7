/** What readers see of orders; rebuilt from facts at any time. */
@NullMarked
package dev.troupe.order.view;

import org.jspecify.annotations.NullMarked;
