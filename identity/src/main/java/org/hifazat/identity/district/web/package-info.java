/** Districts over HTTP. */
@NullMarked
package org.hifazat.identity.district.web;

import org.jspecify.annotations.NullMarked;
