@NullMarked
package org.hifazat.cases.closure.web;

import org.jspecify.annotations.NullMarked;
