@NullMarked
package org.hifazat.cases.restricted.web;

import org.jspecify.annotations.NullMarked;
