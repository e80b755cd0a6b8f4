/** Change over time over HTTP. */
@NullMarked
package org.hifazat.assessment.change.web;

import org.jspecify.annotations.NullMarked;
