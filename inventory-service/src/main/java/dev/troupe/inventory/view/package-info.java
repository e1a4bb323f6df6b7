/** What readers see of stock; rebuilt from facts at any time. */
@NullMarked
package dev.troupe.inventory.view;

import org.jspecify.annotations.NullMarked;
