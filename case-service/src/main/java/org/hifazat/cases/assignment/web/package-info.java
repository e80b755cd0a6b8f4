@NullMarked
package org.hifazat.cases.assignment.web;

import org.jspecify.annotations.NullMarked;
