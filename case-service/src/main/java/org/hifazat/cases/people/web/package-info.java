@NullMarked
package org.hifazat.cases.people.web;

import org.jspecify.annotations.NullMarked;
