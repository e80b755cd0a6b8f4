@NullMarked
package org.hifazat.cases.tracing.web;

import org.jspecify.annotations.NullMarked;
