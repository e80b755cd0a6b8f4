@NullMarked
package org.hifazat.cases.deadline.web;

import org.jspecify.annotations.NullMarked;
