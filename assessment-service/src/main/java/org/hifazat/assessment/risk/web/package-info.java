/** The history of a case's risk over HTTP. */
@NullMarked
package org.hifazat.assessment.risk.web;

import org.jspecify.annotations.NullMarked;
