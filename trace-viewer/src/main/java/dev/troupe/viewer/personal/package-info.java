/** Personal values of a flow, for those who may see them; everybody else sees that there are some. */
@NullMarked
package dev.troupe.viewer.personal;

import org.jspecify.annotations.NullMarked;
