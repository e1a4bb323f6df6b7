/** What readers see of notifications; rebuilt from facts at any time. */
@NullMarked
package dev.troupe.notification.view;

import org.jspecify.annotations.NullMarked;
