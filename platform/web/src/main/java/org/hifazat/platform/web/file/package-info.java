/** Files that come in: what they are is found out from their content before they are kept. */
@NullMarked
package org.hifazat.platform.web.file;

import org.jspecify.annotations.NullMarked;
