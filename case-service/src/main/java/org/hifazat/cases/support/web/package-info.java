@NullMarked
package org.hifazat.cases.support.web;

import org.jspecify.annotations.NullMarked;
