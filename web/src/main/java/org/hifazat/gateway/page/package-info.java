/** The web application's one page. */
@NullMarked
package org.hifazat.gateway.page;

import org.jspecify.annotations.NullMarked;
