@NullMarked
package org.hifazat.cases.overview.web;

import org.jspecify.annotations.NullMarked;
