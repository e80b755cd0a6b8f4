@NullMarked
package org.hifazat.cases.concern.web;

import org.jspecify.annotations.NullMarked;
