// Settings of the software device: lines "name value" of the file "settings" beside the library.
//   devices 0            how many devices there are (default 1)
//   memory 268435456     bytes of device memory
//   capability 8.0       compute capability
//   ptx 8.5              newest PTX the driver takes
//   jitter 200           largest random delay before an operation of a stream, in microseconds
//   delay 500000        the same delay before every one
//   fail FUNCTION CODE   the function answers with this code
//   report FILE          at exit, one line: operations run, allocations not freed
#pragma once
#include <dlfcn.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace softdev {

struct Settings {
    std::string folder, report;
    int devices = 1, jitter = 200, delay = 0;
    size_t memory = size_t(256) << 20;
    double capability = 8.0, ptx = 8.5;
    std::map<std::string, int> failures;

    Settings() {
        Dl_info info;
        static const int here = 0;
        dladdr(&here, &info);
        std::string file = info.dli_fname;
        folder = file.substr(0, file.rfind('/'));
        std::ifstream lines(folder + "/settings");
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::string name, function;
            words >> name;
            if (name == "devices") words >> devices;
            if (name == "memory") words >> memory;
            if (name == "capability") words >> capability;
            if (name == "ptx") words >> ptx;
            if (name == "jitter") words >> jitter;
            if (name == "delay") words >> delay;
            if (name == "report") words >> report;
            if (name == "fail" && words >> function) words >> failures[function];
        }
    }
};

} // namespace softdev
